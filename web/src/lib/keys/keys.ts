import { m } from '#lib/paraglide/messages.js';

interface Key {
  /** As printed on the keys; several mean any of them. */
  keys: readonly string[];
  what: () => string;
}

export interface KeyGroup {
  title: () => string;
  /** Single letters act only with focus in the list and can be switched off. */
  letters: boolean;
  keys: readonly Key[];
}

export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: m.staff_keys_anywhere,
    letters: false,
    keys: [
      { keys: ['Ctrl K'], what: m.staff_keys_palette },
      { keys: ['?'], what: m.staff_keys_help },
      { keys: ['Esc'], what: m.staff_keys_escape },
    ],
  },
  {
    title: m.staff_keys_list,
    letters: true,
    keys: [
      { keys: ['J', '↓'], what: m.staff_keys_next },
      { keys: ['K', '↑'], what: m.staff_keys_previous },
      { keys: ['Enter'], what: m.staff_keys_open },
      { keys: ['X'], what: m.staff_keys_select },
      { keys: ['A'], what: m.staff_keys_assign },
      { keys: ['P'], what: m.staff_keys_offer },
      { keys: ['E'], what: m.staff_keys_close },
      { keys: ['N'], what: m.staff_keys_new },
      { keys: ['/'], what: m.staff_keys_search },
    ],
  },
  {
    title: m.staff_keys_intake,
    letters: false,
    keys: [
      { keys: ['Tab'], what: m.staff_keys_tab },
      { keys: ['←', '→'], what: m.staff_keys_choice },
      { keys: ['Ctrl Enter'], what: m.staff_keys_save_assign },
      { keys: ['Ctrl S'], what: m.staff_keys_save },
    ],
  },
  {
    title: m.staff_keys_map,
    letters: false,
    keys: [
      { keys: ['←', '→', '↑', '↓'], what: m.staff_keys_neighbours },
      { keys: ['Enter'], what: m.staff_keys_open_district },
    ],
  },
  {
    title: m.week_keys,
    letters: true,
    keys: [
      { keys: ['T'], what: m.week_keys_today },
      { keys: ['B'], what: m.week_keys_book },
      { keys: ['Enter'], what: m.week_keys_open },
    ],
  },
  {
    title: m.live_keys,
    letters: true,
    keys: [
      { keys: ['→'], what: m.live_keys_next },
      { keys: ['←'], what: m.live_keys_back },
      { keys: ['P'], what: m.live_keys_park },
      { keys: ['Z'], what: m.live_keys_action },
      { keys: ['Ctrl Enter'], what: m.live_keys_note },
    ],
  },
];

/** Whether the key press is meant as text: then no single key is a command. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type))
  );
}

/** AltGr types Polish letters and arrives as Ctrl+Alt: never a command. */
export const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.altKey || event.metaKey;
