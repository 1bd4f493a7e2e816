import { expect, test } from 'vitest';
import { carryFirst } from './priority';

function aSender(encodings: RTCRtpEncodingParameters[], fails = false) {
  const given: RTCRtpSendParameters[] = [];
  const sender = {
    getParameters: () => ({ encodings, transactionId: 'this one' }),
    setParameters: async (parameters: RTCRtpSendParameters) => {
      if (fails) throw new DOMException('', 'OperationError');
      given.push(parameters);
    },
  };
  return { sender: sender as unknown as RTCRtpSender, given };
}

test('a voice is to be carried first, and all else about it stays', async () => {
  const { sender, given } = aSender([{ active: true }]);
  await carryFirst(sender);
  expect(given).toEqual([
    {
      encodings: [{ active: true, priority: 'high', networkPriority: 'high' }],
      transactionId: 'this one',
    },
  ]);
});

test('a browser that refuses, or has no such thing, is left as it is', async () => {
  await carryFirst(aSender([{}], true).sender);
  await carryFirst({} as RTCRtpSender);
});
