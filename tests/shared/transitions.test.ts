import { ACTIONS } from '@ww/shared/policy';
import { allows, COMMANDS, OPEN_STATES, STATES, TRANSITIONS, UNDO_WINDOW_MS, WAITING_STATES } from '@ww/shared/request/transitions';
import { describe, expect, it } from 'vitest';

describe('transitions', () => {
  it('lead from NEW to every state, and out of DONE and CANCELLED to none', () => {
    const reached = new Set(['NEW']);
    for (let round = 0; round < STATES.length; round++) {
      for (const { from, to } of Object.values(TRANSITIONS)) if (to && from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...STATES].toSorted());
    for (const { from, to } of Object.values(TRANSITIONS)) {
      if (to) expect(from).not.toEqual(expect.arrayContaining(['DONE']));
      if (to) expect(from).not.toEqual(expect.arrayContaining(['CANCELLED']));
    }
  });

  it('know which states are open and which wait', () => {
    expect(OPEN_STATES).toEqual(['NEW', 'TRIAGED', 'OFFERED', 'ACCEPTED', 'IN_PROGRESS']);
    expect(WAITING_STATES).toEqual(['NEW', 'TRIAGED', 'OFFERED']);
  });

  it('name an action of the policy each', () => {
    for (const command of COMMANDS) expect(ACTIONS).toContain(TRANSITIONS[command].action);
  });

  it('keep release, start and finish for the holder, unless the giver may act for others', () => {
    for (const command of COMMANDS) {
      const forHolder = command === 'release' || command === 'start' || command === 'finish' || command === 'return';
      for (const state of STATES) {
        const open = allows(command, state, true, false);
        expect(allows(command, state, false, false)).toBe(open && !forHolder);
        // what a volunteer gives back, nobody gives back for them
        expect(allows(command, state, false, true)).toBe(open && command !== 'return');
      }
    }
  });

  it('can be taken back for 30 seconds', () => expect(UNDO_WINDOW_MS).toBe(30_000));
});
