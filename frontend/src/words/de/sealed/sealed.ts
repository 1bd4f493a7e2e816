import type { sealed as en } from '../../en/sealed/sealed';

export const sealed: typeof en = {
  sealed: {
    protects:
      'Ihr Browser versiegelt Ihre Stimme, und nur die Browser dieses Kreises öffnen sie wieder. Der Schlüssel dazu steht in Ihren Links und wird nie an den Server gesendet.',
    seen: 'Der Server sieht weiterhin, wer hier ist und wann jemand spricht. Auch diese Seite kommt von ihm: Wer die Seite verändert, könnte das Siegel brechen.',
    notMeans:
      'Wer den Server betreibt, könnte mithören. Dieser Kreis wurde so eröffnet, für Menschen mit älteren Browsern. Eröffnen Sie einen anderen Kreis, um sich versiegelt zu treffen.',
    sent: (ofGroup) =>
      `Ihr Link wurde unterwegs umgeschrieben, und so wurde sein Schlüssel einmal an den Server gesendet. Wer den Server betreibt, könnte mithören. ${ofGroup ? 'Bitten Sie die Leitung, der Gruppe einen anderen Schlüssel zu geben.' : 'Um sicherzugehen, eröffnen Sie einen anderen Kreis und schicken seine Links auf einem anderen Weg.'}`,
    withheld:
      'Ihr Browser hat einen Schlüssel nur für dieses Treffen gemacht, aber der Server gibt ihn nicht weiter. So ist Ihre Stimme nur mit dem Schlüssel aus Ihren Links versiegelt: Wer später einen Link findet, könnte öffnen, was aufgenommen wurde. Laden Sie die Seite neu. Steht hier dann dasselbe, sagen Sie es denen, die den Server betreiben.',
    unopened:
      'Eine Stimme lässt sich hier nicht öffnen. Hilft es nicht, die Seite neu zu laden, bitten Sie die anderen, ihre neu zu laden. Bleibt es so, vergleichen Sie die Ziffern auf einem anderen Weg als über diese Seite, und sagen Sie es denen, die den Server betreiben.',
    compare:
      'Diese Ziffern sind für alle in diesem Kreis gleich. Lesen Sie sie einander vor, wenn Sie sichergehen möchten:',
    digits: (digits) => `${digits.slice(0, 4)}\u00a0${digits.slice(4)}`,
    problem: {
      missing: {
        title: 'Ihrem Link fehlt sein Schlüssel',
        text: 'Dieser Kreis ist versiegelt: Nur wer seinen Schlüssel hat, kann zuhören. Der Schlüssel ist das Ende Ihres Links, nach ~. Öffnen Sie den vollständigen Link, wie er geschickt wurde, oder bitten Sie Ihre Leitung, ihn noch einmal zu schicken.',
      },
      cut: {
        title: 'Das Ende Ihres Links fehlt',
        text: 'Darin steht der Schlüssel dieses Kreises, und ein Teil davon ging verloren. Öffnen Sie den vollständigen Link, wie er geschickt wurde, oder bitten Sie Ihre Leitung, ihn noch einmal zu schicken.',
      },
      mistyped: {
        title: 'In Ihrem Link ist ein Fehler',
        text: 'Der Schlüssel an seinem Ende, nach ~, ist nicht mehr, wie er war: Vielleicht wurde ein Zeichen verändert. Öffnen Sie den Link, wie er geschickt wurde, oder bitten Sie Ihre Leitung, ihn noch einmal zu schicken.',
      },
      foreign: {
        title: 'Dieser Schlüssel gehört zu einem anderen Kreis',
        text: 'Das Ende Ihres Links, nach ~, gehört nicht zu diesem Kreis, oder der Server sagt nicht die Wahrheit. Nutzen Sie diesen Link nicht für ein Treffen. Bitten Sie Ihre Leitung, Ihren Link noch einmal zu schicken.',
      },
      unlocked: {
        title: 'Dieser Kreis sollte versiegelt sein',
        text: 'Ihr Link hat einen Schlüssel, aber der Server sagt, dass dieser Kreis keinen hat. Nutzen Sie diesen Link nicht für ein Treffen: Jemand könnte mithören. Sagen Sie es Ihrer Leitung, auf einem anderen Weg als über diese Seite.',
      },
      unable: {
        title: 'Dieser Browser kann Ihre Stimme nicht versiegeln',
        text: 'Dieser Kreis ist versiegelt, deshalb kann niemand ohne Siegel herein. Öffnen Sie Ihren Link in Chrome oder Edge ab Version 141, Firefox ab 130 oder Safari ab 17, über https.',
      },
      unstarted: {
        title: 'Das Versiegeln hat nicht begonnen',
        text: 'Der Teil dieser Seite, der Ihre Stimme versiegelt, konnte nicht geladen werden. Deshalb wurde nichts gesendet. Laden Sie die Seite neu, oder öffnen Sie Ihren Link in einem anderen Browser.',
      },
    },
  },
};
