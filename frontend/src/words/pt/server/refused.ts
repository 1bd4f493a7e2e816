import type { refused as en } from '../../en/server/refused';

export const refused: typeof en = {
  refused: {
    not_yours: 'Isto cabe a quem facilita o grupo, ou a outra pessoa. Nada foi alterado.',
    stale:
      'Entretanto, outra pessoa da facilitação alterou isto. Do que enviou, ainda nada foi guardado: veja o que mudou, e envie outra vez se ainda fizer sentido.',
    no_such_person: 'Esta pessoa não está no grupo. Nada foi alterado.',
    no_such_meeting: 'O grupo não tem essa sessão. Nada foi alterado.',
    no_name: 'Um nome tem de 1 a 40 caracteres visíveis, e o nome de um grupo até 80.',
    name_taken: 'Alguém neste grupo já tem este nome. Acrescente uma letra, ou o apelido.',
    full: 'Uma sessão tem no máximo 16 lugares, e estão todos ocupados.',
    out_of_bounds: 'Um número ou um texto está fora dos limites. Nada foi alterado.',
    no_plan: 'Estas fases não formam uma sessão. Nada foi alterado.',
    no_such_zone:
      'Este servidor não conhece esse fuso horário. Escreva-o como a IANA: Europe/Berlin.',
    which_time:
      'Diga o que deve ficar quando o fuso horário mudar: a hora do relógio ou o momento.',
    no_such_time:
      'Uma hora tem horas e minutos, e não tem fuso horário próprio. Nada foi alterado.',
    in_the_past: 'Esta data já passou. Nada foi alterado.',
    too_far: 'Faltam mais de seis anos para esta data. Nada foi alterado.',
    too_many_dates:
      'Um grupo tem no máximo 60 datas futuras, e 400 contando as passadas e as canceladas. Nada foi alterado.',
    two_at_once: 'Duas sessões do grupo seriam ao mesmo tempo. Nada foi alterado.',
    over: 'Esta sessão já começou, acabou ou foi cancelada, por isso isto já não se pode alterar.',
    not_held: 'Esta sessão não se realizou, por isso não há nada a confirmar ou a corrigir.',
    not_led:
      'A supervisão de uma sessão é anotada por quem então a facilitou ou observou. Nada foi alterado.',
    too_late: 'Isto pode fazer-se nos 14 dias a seguir à sessão, e já passaram.',
    too_soon: 'Isto só se pode fazer depois da sessão.',
    already_so: 'Já está assim.',
    not_accepted: 'O acordo do grupo é novo para si: leia-o e aceite-o primeiro.',
    not_consented: 'É preciso o consentimento de toda a gente, e ainda falta algum.',
    agree_first:
      'Vem uma visita a esta sessão, e ainda não concordou com isso. Dê o seu acordo na página do grupo, e entre depois.',
    switched_off: 'Este grupo não ativou isto.',
    last_leader:
      'Um grupo precisa de pelo menos uma pessoa que facilite. Dê primeiro a facilitação a mais alguém. Se já não houver mais ninguém no grupo, pode apagá-lo.',
    two_leaders:
      'Para apagar um grupo são precisas duas pessoas da facilitação: uma pede, outra concorda.',
    not_today:
      'Neste momento não se pode entrar em nenhuma sessão deste grupo. Abre 30 minutos antes da hora.',
    no_seat:
      'A sessão de hoje foi aberta antes da sua entrada no grupo, por isso não há nela lugar para si.',
    other_key:
      'A sessão de agora tem outra chave que não a sua. Tente de novo. Se ainda não está lá ninguém que facilite, vale a chave da primeira pessoa que facilite a entrar. Se continuar assim, peça a quem facilita que lhe envie outra vez o link do grupo.',
    too_few:
      'Uma sessão precisa de alguém que facilite e de um membro. Acrescente pessoas, ou mude quem observa.',
    in_a_meeting: 'O grupo está agora numa sessão. Faça isto quando terminar. Nada foi alterado.',
    no_mail: 'Este servidor não envia e-mails. Nada foi alterado.',
    no_address: 'Para este endereço não se podem enviar e-mails: escreva-o como name@example.org.',
    no_code:
      'Já não se espera nenhum código seu: um código é válido durante um dia e para cinco tentativas. Nada foi alterado.',
    enough_codes:
      'Um código é válido durante um dia, e até lá não segue para si outro para o mesmo endereço. Depois de três códigos não segue para si mais nenhum até passar um dia sem código. Para um endereço seguem três por dia. Desta vez não seguiu nenhum. Peça outra vez daqui a 24 horas.',
  },
};
