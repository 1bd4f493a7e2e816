import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours:
      'Esto corresponde a la coordinación del grupo, o a otra persona. No ha cambiado nada.',
    stale:
      'Otra persona de la coordinación ha cambiado esto entretanto. De lo tuyo aún no se ha guardado nada: mira qué ha cambiado y envíalo otra vez si sigue valiendo.',
    no_such_person: 'Esta persona no está en el grupo. No ha cambiado nada.',
    no_such_meeting: 'El grupo no tiene esa sesión. No ha cambiado nada.',
    no_name: 'Un nombre tiene de 1 a 40 caracteres visibles; el de un grupo, hasta 80.',
    name_taken: 'Alguien del grupo ya tiene este nombre. Añade una letra o el apellido.',
    full: 'Una sesión tiene 16 asientos como mucho, y están todos ocupados.',
    out_of_bounds: 'Un número o un texto está fuera de sus límites. No ha cambiado nada.',
    no_plan: 'Estos pasos no forman una sesión. No ha cambiado nada.',
    no_such_zone:
      'Este servidor no conoce esa zona horaria. Escríbela como la IANA: Europe/Berlin.',
    which_time: 'Di qué debe quedar cuando cambie la zona horaria: la hora del reloj o el momento.',
    no_such_time:
      'Una hora tiene horas y minutos, y no una zona horaria propia. No ha cambiado nada.',
    in_the_past: 'Esta fecha ya ha pasado. No ha cambiado nada.',
    too_far: 'Para esta fecha faltan más de seis años. No ha cambiado nada.',
    too_many_dates:
      'Un grupo tiene como mucho 60 fechas por venir, y 400 contando las pasadas y las anuladas. No ha cambiado nada.',
    two_at_once: 'Dos sesiones del grupo serían a la vez. No ha cambiado nada.',
    over: 'Esta sesión ha empezado, ha terminado o está anulada, así que esto ya no se puede cambiar.',
    not_held: 'Esta sesión no se ha celebrado, así que no hay nada que confirmar ni corregir.',
    not_led:
      'La supervisión de una sesión la anota quien entonces la coordinó u observó. No ha cambiado nada.',
    too_late: 'Esto se puede hacer en los 14 días siguientes a la sesión, y ya han pasado.',
    too_soon: 'Esto solo se puede hacer después de la sesión.',
    already_so: 'Ya es así.',
    not_accepted: 'Lo que acuerda el grupo es nuevo para ti: primero léelo y acéptalo.',
    not_consented: 'Hace falta el acuerdo de todo el mundo, y aún falta el de alguien.',
    agree_first:
      'A esta sesión viene una visita, y todavía no la has aceptado. Acéptala en la página del grupo y entra después.',
    switched_off: 'Este grupo no lo ha activado.',
    last_leader:
      'Un grupo necesita al menos una persona que coordine. Da antes la coordinación a alguien más. Si no queda nadie más en el grupo, puedes borrarlo.',
    two_leaders:
      'Para borrar un grupo hacen falta dos personas de la coordinación: una lo pide y otra está de acuerdo.',
    not_today:
      'Ahora no se puede entrar en ninguna sesión de este grupo. Se abre 30 minutos antes de su hora.',
    no_seat:
      'La sesión de hoy se abrió antes de que se te añadiera, así que no hay asiento para ti.',
    other_key:
      'La sesión de ahora tiene otra clave que la que has traído. Inténtalo de nuevo. Si aún no hay nadie de la coordinación en ella, vale la de la primera persona de la coordinación que entre. Si sigue igual, pide a la coordinación que te envíe de nuevo el enlace del grupo.',
    too_few:
      'Una sesión necesita una persona que coordine y otra que participe. Añade gente, o cambia quién observa.',
    in_a_meeting: 'El grupo está ahora en una sesión. Hazlo cuando termine. No ha cambiado nada.',
    no_mail: 'Este servidor no envía correo. No ha cambiado nada.',
    no_address: 'A esta dirección no se puede enviar correo: escríbela como name@example.org.',
    no_code:
      'Ya no se espera ningún código de ti: un código es válido durante un día y para cinco intentos. No ha cambiado nada.',
    enough_codes:
      'Un código es válido durante un día, y hasta entonces no se te envía otro a la misma dirección. Después de tres códigos no se te envía ninguno más hasta que haya pasado un día sin código. A una dirección se envían tres al día. Ahora no se ha enviado ninguno. Pídelo otra vez dentro de 24 horas.',
  },
};
