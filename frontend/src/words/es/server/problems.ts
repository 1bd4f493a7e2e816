import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Desde tu red se ha pedido esto muchas veces. Prueba de nuevo dentro de ${seconds} s.`,
    tooManyOpen:
      'Hay demasiadas conexiones abiertas desde tu red. Cierra algunas páginas y prueba de nuevo en un momento.',
    otherName: (url) =>
      `Esta página no funciona con este nombre. Ábrela en ${url} y pega allí tu enlace, si tienes uno.`,
    groupsNotKept:
      'Este servidor no guarda grupos, porque podría perderlos. Avisa a quien lo gestiona: «doctor» dice por qué.',
    needsKey: 'Para abrir algo aquí hace falta la clave de apertura.',
    tooSlow: 'El envío ha tardado demasiado. Prueba de nuevo.',
    tooMuch: 'Es demasiado de una vez.',
    failed: 'Algo ha fallado en este servidor. Prueba de nuevo en un momento.',

    full: 'Este servidor tiene todos los círculos que puede tener. Prueba de nuevo más tarde.',
    fullOfUnused:
      'En este servidor esperan muchos círculos en los que nadie ha entrado aún, así que no abre más. Entra en los que has abierto o prueba otro día: terminan por sí solos.',
    circleNotOpened:
      'El círculo no se ha podido guardar, así que no se ha abierto. Prueba de nuevo más tarde.',
    noTitle: 'El nombre de un círculo tiene de 1 a 80 caracteres visibles.',
    noMember: 'Un círculo necesita al menos una persona que coordine y otra que participe.',
    noPlan:
      'Estos pasos no forman una sesión. Un caso tiene estos pasos, una vez cada uno y en este orden: «Presentación», «Preguntas aclaratorias» (pueden faltar), «A la escucha», «Reflexión», «Regreso al círculo». Una sesión tiene de 2 a 30 pasos y 180 minutos como máximo.',

    groupNotOpened:
      'El grupo no se ha podido guardar, así que no se ha abierto. Prueba de nuevo más tarde.',
    groupNotRead: 'Ahora no se puede leer el grupo. Prueba de nuevo en un momento.',
    groupUnsure:
      'No se puede decir si esto se ha guardado. Mira otra vez el grupo antes de repetirlo.',
    groupNewer: 'Este grupo lo guarda una versión más nueva de este servidor. No ha cambiado nada.',
    groupErased: 'Este grupo ya no está aquí.',
    groupLink:
      'Este enlace no abre aquí ningún grupo. Puede que se haya renovado: pide el tuyo a la coordinación.',
    meetingNotEntered:
      'El círculo no se ha podido abrir o encontrar. Prueba de nuevo en un momento.',

    notDrawn:
      'El PDF no tiene letras para un nombre de este certificado. Imprímelo desde la página.',
    notMade: 'El certificado no se ha podido hacer a tiempo. Prueba de nuevo en un momento.',

    noMail:
      'Este servidor no envía correo. Pide tu enlace a la coordinación de tu grupo: puede enviártelo de nuevo.',
    linkSent:
      'Si un grupo de aquí tiene esta dirección, tu enlace está en camino: tarda unos minutos. Se envía como mucho unas pocas veces al día. Si no, pide ayuda a la coordinación de tu grupo: puede enviártelo de nuevo.',
  },
};
