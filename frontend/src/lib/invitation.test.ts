import { expect, test } from 'vitest';
import { fragmentOf, linkIn, linkWithKey, noteSentKey, wasKeySent } from './invitation';

const tokenIn = (text: string): string | undefined => linkIn(text)?.token;

const SITE = 'https://circle.example.org';
const TOKENS = [
  'WyJ0dWVz.c2lnbmVkLWJ5LXRoaXMtc2Vy-_k',
  'WyJYcTJrIiwzXQ.Zm9vYmFy-_MTIzNDU2Nzg5MGFiY2',
  'WyJYcTJrIiwxMl0.-_bcdefghijklmnopqrstuvwx-4',
  '.eJyLVkpSitUBAA.AbCdEfGhIjKlMnOpQrStUvWxYz0',
];
const BEFORE = [
  '',
  ' ',
  '<',
  '(',
  '[',
  '"',
  '“',
  '„',
  '«',
  '「',
  '‹',
  'Your link: ',
  'רק בשבילך: ',
  '\u200b',
  '>> ',
];
const AFTER = [
  '', ' ', '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', "'", '”', '’', '“', '»', '›', '」', '』', '。', '،', '。」',
  '.)', '>.', '%20', '%22', '%3E', '%E3%80%82', '&utm_source=mail', '?fbclid=IwAR0-x_y', '?utm_source=a&utm_medium=b',
  '&amp;x=1', '\u200b', '\ufeff', '\r\nSee you on Tuesday.', ' See https://example.org/ too', 'をどうぞ', '/', '#', '\\', '*', '|', '%', '_', '_*', '-', '--',
]; // prettier-ignore
const MARKS = [
  '/#',
  '#',
  '/#/',
  '/##',
  '/%23',
  '/%2523',
  '/%252523',
  '/%23/',
  '/?fbclid=IwAR0#',
  '/?utm_source=x#',
];

const links = TOKENS.flatMap((token) => MARKS.map((mark) => [token, SITE + mark + token] as const));
const written = BEFORE.flatMap((before) => AFTER.map((after) => [before, after] as const));

test.each(links)('%s is found in %s, whatever stands around it', (token, link) => {
  for (const [before, after] of written)
    expect(tokenIn(before + link + after), before + link + after).toBe(token);
});

const KEY = 'aaaqeayeaudaocajbifqydiob6xu';

test.each(links)('%s keeps the key of a sealed circle in %s', (token, link) => {
  for (const [before, after] of written)
    for (const sign of ['~', '%7E'])
      expect(linkIn(before + link + sign + KEY + after)).toEqual({ token, key: KEY });
});

test.each(['', 'aaaq', `${KEY}a`, KEY.toUpperCase(), KEY.replace('q', '1')])(
  'a key that is not whole, as %j, is kept as it came: whoever reads it says what is wrong',
  (key) => expect(linkIn(`${SITE}/#${TOKENS[1]}~${key}.`)).toEqual({ token: TOKENS[1], key }),
);

test('what stands after the # is read again as the same', () => {
  for (const key of [null, '', KEY])
    expect(linkIn(`#${fragmentOf({ token: TOKENS[0]!, key })}`)).toEqual({ token: TOKENS[0], key });
});

test('a whole invitation alone keeps its key', () => {
  expect(linkIn(` ${TOKENS[1]}~${KEY}.`)).toEqual({ token: TOKENS[1], key: KEY });
});

test('in the address bar there is no site before it', () => {
  for (const token of TOKENS)
    for (const after of AFTER) expect(tokenIn(`#${token}${after}`)).toBe(token);
});

test('a link that has been made safe by a mail filter is still that link', () => {
  const safe = `https://eur01.safelinks.example/?url=${encodeURIComponent(`${SITE}/#${TOKENS[1]}`)}&data=05%7C02`;
  expect(tokenIn(safe)).toBe(TOKENS[1]);
});

test('a title before it that looks like a part of a link is none', () => {
  const text = `You are invited to the Balint circle “Balint #11.2026”.\n\n${SITE}/#${TOKENS[1]}~${KEY}`;
  expect(linkIn(text)).toEqual({ token: TOKENS[1], key: KEY });
});

test('an invitation without its link is one if it is whole', () => {
  expect(tokenIn(` ${TOKENS[1]}.`)).toBe(TOKENS[1]);
  expect(tokenIn(`${TOKENS[1]}_`)).toBe(TOKENS[1]);
  expect(linkIn('example.org')).toBeNull();
});

test.each(['', '#', '/', `${SITE}/`, '/%23', '/WyJ0dWVz.c2ln', '#11.2026', `#${TOKENS[0]!.slice(0, -1)}`, '#seat', '#WyJ0dWVz', '#.', '#a.', '#%', 'hello', '#問.題'])(
  'in %j there is none',
  (text) => expect(linkIn(text)).toBeNull(),
); // prettier-ignore

test('a key is put behind a # only, also where the server gives a link without one', () => {
  expect(linkIn(linkWithKey(`${SITE}/#${TOKENS[0]}`, KEY))).toEqual({ token: TOKENS[0], key: KEY });
  for (const link of [`${SITE}/a.bc`, `${SITE}/%23a.bc`, `${SITE}/?a.bc`, `${SITE}/`]) {
    const { pathname, search } = new URL(linkWithKey(link, KEY));
    expect(pathname + search).not.toContain(KEY);
  }
});

test('a key that was sent to the server is told from another one that takes its place in the same link', () => {
  noteSentKey({ token: 'a.bc', key: KEY });
  expect(wasKeySent({ key: KEY })).toBe(true);
  expect(wasKeySent({ key: KEY.replace('q', 'r') })).toBe(false);
});
