import { newId } from '@ww/shared/id';
import { describe, expect, it } from 'vitest';
import { auditFilter } from '../../web/src/lib/audit/filter.ts';
import { matches } from '../../web/src/lib/palette/match.ts';
import {
  answered,
  checkIntakeValues,
  emptyIntake,
  intakeInput,
  type IntakeValues,
  stepOfPath,
} from '../../web/src/lib/request/intake/intake-values.ts';

const NOW = Date.parse('2026-11-26T12:07:00+01:00');
const ME = newId();
const call = (more: Partial<IntakeValues> = {}): IntakeValues => ({
  ...emptyIntake('wlochy', ME, NOW),
  person: { name: 'Halina Wilga', phone: '22 500 01 34' },
  reporter: { name: 'Iwona Czapla', phone: '' },
  words: 'Chleb i mleko',
  address: { street: 'Krakowiaków', house: '18', flat: '', access: '' },
  ...more,
});
const input = (values: IntakeValues) => intakeInput(values, newId(), newId(), NOW);
const wrong = (values: IntakeValues) => checkIntakeValues(values, NOW).map(({ path, rule }) => `${path} ${rule}`);

describe('a call', () => {
  it('needs no more than who, what and where', () => {
    expect(wrong(call())).toEqual([]);
  });

  it('says beside each field what is missing', () => {
    expect(wrong(emptyIntake('wlochy', ME, NOW))).toEqual(
      expect.arrayContaining([
        'person.name required',
        'person.phone required',
        'reporter.name required',
        'words required',
        'address.street required',
        'address.house required',
      ]),
    );
    expect(wrong(call({ dueChoice: 'other' }))).toEqual(['due.to required']);
    expect(wrong(call({ dueChoice: 'other', ownDue: { date: '2026-11-25', from: '', to: '12:00' } }))).toEqual(['due.to dueInPast']);
  });

  it('for oneself has no reporter, and the person is the caller', () => {
    expect(input(call({ reporterKind: 'SELF' }))).toMatchObject({ reporter: null, informed: 'IS_CALLER' });
  });

  it('keeps a contact only when somebody else opens', () => {
    const contact = { name: 'Tadeusz Borsuk', phone: '' };
    expect(input(call({ contact })).contact).toBeNull();
    expect(input(call({ contact, otherContact: true })).contact).toEqual(contact);
  });

  it('drops an errand of another kind of help', () => {
    expect(input(call({ kind: 'PET', errand: 'PHARMACY' })).errand).toBeNull();
  });

  it('counts as urgent when it must be done at once', () => {
    expect(input(call({ dueChoice: 'soon' })).priority).toBe('URGENT');
    expect(input(call()).priority).toBe('NORMAL');
  });

  it('is assigned only with save and assign', () => {
    expect(input(call()).assignTo).toBe(ME);
    expect(input(call({ assign: false })).assignTo).toBeNull();
  });

  it('knows which question a field belongs to', () => {
    expect(['person.phone', 'due.to', 'address.house', 'helpers', 'key'].map(stepOfPath)).toEqual([0, 1, 2, 3, -1]);
    expect(answered(call(), checkIntakeValues(call(), NOW))).toEqual([true, true, true, false]);
  });
});

describe('the journal’s filter', () => {
  it('takes whole days of Warsaw and leaves out what is no choice', () => {
    expect(auditFilter({ dzielnica: 'wlochy', dzialanie: 'request.reveal', osoba: 'Kruk', od: '2026-03-29', do: '2026-03-29' })).toEqual({
      district: 'wlochy',
      action: 'request.reveal',
      person: 'Kruk',
      from: '2026-03-28T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    });
    expect(auditFilter({ dzielnica: 'x', dzialanie: 'x', osoba: '', od: '2026-02-31', do: 'x' })).toEqual({
      district: null,
      action: null,
      person: null,
      from: null,
      to: null,
    });
  });
});

describe('typing in the palette', () => {
  it('finds words by their beginnings, marks and case forgiven', () => {
    expect(matches('Nowe zgłoszenie', 'zglo')).toBe(true);
    expect(matches('Nowe zgłoszenie', 'zgł now')).toBe(true);
    expect(matches('Nowe zgłoszenie', 'oszenie')).toBe(false);
    expect(matches('Łucja Żuraw', 'zur LUC')).toBe(true);
    expect(matches('Pulpit', '')).toBe(true);
  });
});
