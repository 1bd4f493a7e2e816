import type { problems as en } from '../../en/server/problems';

export const problems: typeof en = {
  problems: {
    tooOften: (seconds) =>
      `Vanuit je netwerk is hier heel vaak om gevraagd. Probeer het over ${seconds} s opnieuw.`,
    tooManyOpen:
      'Vanaf je netwerk staan te veel verbindingen open. Sluit een paar pagina’s, en probeer het zo nog eens.',
    otherName: (url) =>
      `Deze pagina werkt niet onder deze naam. Open de pagina op ${url} en plak je link daar, als je er een hebt.`,
    groupsNotKept:
      'Deze server bewaart geen groepen, omdat hij ze zou kunnen verliezen. Zeg het tegen wie hem beheert: ‘doctor’ zegt waarom.',
    needsKey: 'Om hier iets te openen is de openingssleutel nodig.',
    tooSlow: 'Het versturen duurde te lang. Probeer het opnieuw.',
    tooMuch: 'Dat is te veel tegelijk.',
    failed: 'Er ging iets mis op deze server. Probeer het zo nog eens.',

    full: 'Deze server heeft zoveel kringen als hij mag hebben. Probeer het later nog eens.',
    fullOfUnused:
      'Op deze server wachten veel kringen waar nog niemand binnen is geweest, dus hij opent er geen meer. Ga naar binnen in de kringen die je hebt geopend, of probeer het een andere dag: ze eindigen vanzelf.',
    circleNotOpened:
      'De kring kon niet worden opgeslagen, dus hij is niet geopend. Probeer het later nog eens.',
    noTitle: 'De naam van een kring heeft 1 tot 80 zichtbare tekens.',
    noMember: 'Een kring heeft minstens één begeleider en één deelnemer nodig.',
    noPlan:
      'Deze stappen vormen geen bijeenkomst. Een casus heeft deze stappen, elk één keer en in deze volgorde: ‘Inbreng’, ‘Verhelderende vragen’ (mogen ontbreken), ‘Buiten de kring’, ‘Reflectie’, ‘Inbrenger keert terug’. Een bijeenkomst heeft 2 tot 30 stappen en hoogstens 180 minuten.',

    groupNotOpened:
      'De groep kon niet worden opgeslagen, dus die is niet geopend. Probeer het later nog eens.',
    groupNotRead: 'De groep kan nu niet worden gelezen. Probeer het zo nog eens.',
    groupUnsure:
      'Het is niet te zeggen of dit opgeslagen is. Kijk nog eens naar de groep voordat je het opnieuw vraagt.',
    groupNewer:
      'Deze groep wordt bewaard door een nieuwere versie van deze server. Er is niets veranderd.',
    groupErased: 'Deze groep is er niet meer.',
    groupLink:
      'Deze link opent hier geen groep. Misschien is hij vernieuwd: vraag een begeleider om de jouwe.',
    meetingNotEntered: 'De kring kon niet worden geopend of gevonden. Probeer het zo nog eens.',

    notDrawn: 'De pdf heeft geen letters voor een naam op dit bewijs. Druk het af vanaf de pagina.',
    notMade: 'Het bewijs kwam niet op tijd klaar. Probeer het zo nog eens.',

    noMail:
      'Deze server verstuurt geen mail. Vraag een begeleider van je groep: die kan je je link opnieuw sturen.',
    linkSent:
      'Als een groep hier dit adres heeft, is je link onderweg: het duurt een paar minuten. Hij wordt hoogstens een paar keer per dag gestuurd. Vraag het anders aan een begeleider van je groep: die kan hem opnieuw sturen.',
  },
};
