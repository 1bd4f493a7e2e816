import { describe, expect, test } from 'vitest';
import { readSettings, shortcutOf, USUAL, withKey, type Pressed } from './shortcuts';

const key = (name: string, more: Partial<Pressed> = {}): Pressed => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

describe('a key alone', () => {
  test.each([
    [' ', 'speak'],
    ['s', 'who_speaks'],
    ['W', 'where'],
    ['?', 'list'],
    ['x', null],
  ])('%s asks for %s', (name, wanted) => {
    expect(shortcutOf(key(name), 'page', USUAL)).toBe(wanted);
  });

  test.each(['ctrlKey', 'altKey', 'metaKey', 'shiftKey', 'repeat', 'isComposing'] as const)(
    'with %s, the space bar asks for nothing',
    (what) => {
      expect(shortcutOf(key(' ', { [what]: true }), 'page', USUAL)).toBe(null);
    },
  );

  test('the question mark needs Shift on most keyboards', () => {
    expect(shortcutOf(key('?', { shiftKey: true }), 'page', USUAL)).toBe('list');
    expect(shortcutOf(key('S', { shiftKey: true }), 'page', USUAL)).toBe(null);
  });

  test('switched off, no key asks for anything', () => {
    expect(shortcutOf(key('?'), 'page', { ...USUAL, on: false })).toBe(null);
  });
});

describe('where it is pressed', () => {
  test.each(['field', 'dialog'] as const)('in a %s, keys belong to it', (place) => {
    for (const name of [' ', 's', '?']) expect(shortcutOf(key(name), place, USUAL)).toBe(null);
  });

  test('a button keeps its space bar and leaves the other keys', () => {
    expect(shortcutOf(key(' '), 'control', USUAL)).toBe(null);
    expect(shortcutOf(key('s'), 'control', USUAL)).toBe('who_speaks');
  });
});

describe('another key', () => {
  test('is taken for one shortcut, and the old one is free again', () => {
    const chosen = withKey(USUAL, 'speak', 'M')!;
    expect(shortcutOf(key('m'), 'page', chosen)).toBe('speak');
    expect(shortcutOf(key(' '), 'page', chosen)).toBe(null);
    expect(withKey(chosen, 'where', ' ')?.keys.where).toBe(' ');
  });

  test.each(['s', 'Tab', 'Enter', '', 'Escape', '\t'])('%j cannot be taken', (name) => {
    expect(withKey(USUAL, 'speak', name)).toBe(null);
  });
});

describe('what was kept', () => {
  test('is read as it was written', () => {
    const chosen = { ...withKey(USUAL, 'list', 'h')!, on: false };
    expect(readSettings(JSON.stringify(chosen))).toEqual(chosen);
  });

  test.each([
    null,
    '',
    'null',
    '{}',
    '{"on":true,"keys":{"speak":" "}}',
    '{"on":true,"keys":{"speak":"x","who_speaks":"x","where":"w","list":"?"}}',
    '{"on":true,"keys":{"speak":5,"who_speaks":"x","where":"w","list":"?"}}',
  ])('%j is as if nothing were kept', (kept) => {
    expect(readSettings(kept)).toEqual(USUAL);
  });
});
