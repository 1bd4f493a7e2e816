/** Everything a key alone can do in the circle, and the key that does it until the person chooses another. */
export const SHORTCUTS = { speak: ' ', who_speaks: 's', where: 'w', list: '?' } as const;

export type Shortcut = keyof typeof SHORTCUTS;

/** What one may ask; a button does it too, for whoever has no keyboard or wants no keys. */
export type Question = 'who_speaks' | 'where';

export function isQuestion(shortcut: Shortcut): shortcut is Question {
  return shortcut === 'who_speaks' || shortcut === 'where';
}

/** What a person has chosen for their shortcuts. */
export interface ShortcutSettings {
  on: boolean;
  keys: Record<Shortcut, string>;
}

/** Where a key was pressed: what it would do there anyway goes first. */
export type KeyPlace = 'field' | 'control' | 'dialog' | 'page';

/** The part of a KeyboardEvent that counts. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'repeat'
>;

export const SHORTCUT_NAMES = Object.keys(SHORTCUTS) as Shortcut[];
export const USUAL: ShortcutSettings = { on: true, keys: SHORTCUTS };

/** One visible character, or a space. */
const ONE_KEY = /^[\p{L}\p{N}\p{P}\p{S} ]$/u;
/** Shift with these is a combination of its own; with others it is only how the sign is written. */
const ALONE = /^[\p{L}\p{N} ]$/u;

/** What this key asks for here. Held keys, combinations and fields ask for nothing; a control keeps its space bar. */
export function shortcutOf(
  pressed: Pressed,
  place: KeyPlace,
  { on, keys }: ShortcutSettings,
): Shortcut | null {
  const key = pressed.key.toLowerCase();
  if (!on || place === 'field' || place === 'dialog') return null;
  if (place === 'control' && key === ' ') return null;
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  if (pressed.repeat || pressed.isComposing || (pressed.shiftKey && ALONE.test(key))) return null;
  return SHORTCUT_NAMES.find((name) => keys[name] === key) ?? null;
}

/** The settings with another key for this shortcut; null where it is not one key, or another shortcut's already. */
export function withKey(
  settings: ShortcutSettings,
  shortcut: Shortcut,
  pressed: string,
): ShortcutSettings | null {
  const key = pressed.toLowerCase();
  const taken = SHORTCUT_NAMES.some((name) => name !== shortcut && settings.keys[name] === key);
  if (taken || !ONE_KEY.test(key)) return null;
  return { ...settings, keys: { ...settings.keys, [shortcut]: key } };
}

/** Settings as they were kept; the usual ones where anything of them cannot be read. */
export function readSettings(kept: string | null): ShortcutSettings {
  try {
    const { on, keys } = JSON.parse(kept ?? '') as ShortcutSettings;
    const told = SHORTCUT_NAMES.reduce<ShortcutSettings | null>(
      (settings, name) => settings && withKey(settings, name, keys[name]),
      { on: on === true, keys: NO_KEYS },
    );
    return told ?? USUAL;
  } catch {
    return USUAL;
  }
}

const NO_KEYS: Record<Shortcut, string> = { speak: '', who_speaks: '', where: '', list: '' };

const FIELDS = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';
const CONTROLS = 'button, a, summary, input, [role=switch]';

/** Where in the page this is. A control is as the page around it where the focus came `byPointer`: no key has led there. */
export function keyPlaceOf(target: EventTarget | null, byPointer: boolean): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('dialog')) return 'dialog';
  if (target.closest(FIELDS)) return 'field';
  return !byPointer && target.closest(CONTROLS) ? 'control' : 'page';
}
