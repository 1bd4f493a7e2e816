import { expect, test } from 'vitest';
import { placeOf, type Entry, type Place } from './address';

const TOKEN = 'WyJ0dWVz.c2lnbmVkLWJ5LXRoaXMtc2Vy-_k';
const KEY = 'aaaqeayeaudaocajbifqydiob6xu';
const SEAT: Place = { at: 'seat', token: TOKEN, key: null };
const SEALED: Place = { ...SEAT, key: KEY };

test.each<[string, string, Entry | null, string | null, Place]>([
  ['/', '', null, null, { at: 'front' }],
  ['/', '', null, TOKEN, { at: 'front' }],
  ['/', `#${TOKEN}`, null, null, SEAT],
  ['/', `#${TOKEN}.`, null, null, SEAT],
  ['/', `#${TOKEN}`, { token: 'WyJx.eHl6' }, 'WyJx.eHl6', SEAT],
  [`/%23${TOKEN}`, '', null, null, SEAT],
  [`/%2523${TOKEN})`, '', null, null, SEAT],
  ['/', '#seat', { token: TOKEN }, null, SEAT],
  ['/', '#seat', { token: TOKEN, running: true }, 'WyJx.eHl6', SEAT],
  ['/', '#seat', null, TOKEN, SEAT],
  ['/', `#${TOKEN}~${KEY}`, null, null, SEALED],
  [`/%23${TOKEN}~${KEY}`, '', null, null, SEALED],
  ['/', '#seat', { token: TOKEN, key: KEY }, `WyJx.eHl6`, SEALED],
  ['/', '#seat', null, `${TOKEN}~${KEY}`, SEALED],
  ['/', '#seat', null, null, { at: 'bookmark' }],
  ['/', '#links', { circle: 7 }, null, { at: 'links', circle: 7 }],
  ['/', '#links', null, null, { at: 'front' }],
  ['/', '#WyJ0dWVz', null, null, { at: 'cut' }],
  ['/', '#WyJ0dWVz', null, TOKEN, { at: 'cut' }],
  ['/%23WyJ0dWVz', '', null, null, { at: 'cut' }],
  ['/check', '', null, null, { at: 'check' }],
  ['/check', `#${TOKEN}`, { token: TOKEN }, TOKEN, { at: 'check' }],
])('%s%s with %j in this entry and %s in this tab', (pathname, hash, entry, kept, place) => {
  expect(placeOf({ pathname, hash }, entry, kept)).toEqual(place);
});

const GROUP = {
  token: 'g.WyJHIiwx.c2lnbmVkLWJ5LXRoaXMtc2VydmV',
  key: 'abcdefghijklmnopqrstuvwxyz23',
};

test.each<[string, string, Entry | null, string | null, Place]>([
  ['/', `#${GROUP.token}`, null, null, { at: 'group', token: GROUP.token, key: null }],
  ['/', `#${GROUP.token}~${GROUP.key}`, null, null, { at: 'group', ...GROUP }],
  [`/%23${GROUP.token}~${GROUP.key}`, '', null, null, { at: 'group', ...GROUP }],
  ['/', '#group', { group: GROUP }, null, { at: 'group', ...GROUP }],
  ['/', '#group', null, `${GROUP.token}~${GROUP.key}`, { at: 'group', ...GROUP }],
  ['/', '#group', null, null, { at: 'bookmark' }],
  ['/', `#${GROUP.token.slice(0, -1)}`, null, null, { at: 'cut' }],
  ['/', `#g.${'WyJHcm91cCIs'.repeat(4)}`, null, null, { at: 'cut' }],
  ['/', '#new-group', null, null, { at: 'new_group' }],
  ['/', '', { group: GROUP }, GROUP.token, { at: 'front' }],
])(
  '%s%s with %j in this entry and the group %s in this tab',
  (pathname, hash, entry, kept, place) => {
    expect(placeOf({ pathname, hash }, entry, null, kept)).toEqual(place);
  },
);
