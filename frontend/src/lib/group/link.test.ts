import { expect, test } from 'vitest';
import { groupLinkIn } from './link';

const TOKEN = 'g.WyJHIiwxLCJ4Il0.c2lnbmVkLWJ5LXRoaXMtc2VydmV';
const KEY = 'abcdefghijklmnopqrstuvwxyz23';

test.each([
  [`#${TOKEN}`, null],
  [`#${TOKEN}~${KEY}`, KEY],
  [`/%23${TOKEN}~${KEY}`, KEY],
  [`/%2523${TOKEN}%7E${KEY}`, KEY],
  [`Your link: <https://circle.example/#${TOKEN}~${KEY}>.`, KEY],
  [`https://circle.example/#${TOKEN}~${KEY}?utm_source=mail`, KEY],
  [`https://circle.example/#${TOKEN}.`, null],
  [`_https://circle.example/#${TOKEN}_`, null],
  [`#\u200b${TOKEN}`, null],
])('the link in %s', (text, key) => {
  expect(groupLinkIn(text)).toEqual({ token: TOKEN, key });
});

test('a token that the server has compressed is whole', () => {
  expect(groupLinkIn('#g..eJyrVg.c2lnbmVkLWJ5LXRoaXMtc2VydmV')).toEqual({
    token: 'g..eJyrVg.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
    key: null,
  });
});

test.each([
  '#WyJ0dWVz.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
  '#seat',
  '#group',
  '#g.WyJHIiwxLCJ4Il0',
  `#${TOKEN.slice(0, -1)}`,
  '',
])('no group’s link is in %s', (text) => expect(groupLinkIn(text)).toBe(null));
