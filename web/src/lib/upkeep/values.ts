import { check } from '@ww/shared/field-errors';
import type { FieldError } from '@ww/shared/error-codes';
import { newId } from '@ww/shared/id';
import { formatPhone } from '@ww/shared/phone';
import { AddRoom, AmendPlace, OpenPlace } from '@ww/shared/place/input';
import type { Approval, Equipment } from '@ww/shared/place/terms';
import { wholeNumber } from '#lib/ui/whole-number.ts';

const errorsOf = (checked: { ok: true } | { ok: false; errors: readonly FieldError[] }) => (checked.ok ? [] : checked.errors);

/** What of a place is typed, as it is saved. */
interface Details {
  id: string;
  version: number;
  name: string;
  address: string;
  phone: string;
  shortestMinutes: number;
  longestMinutes: number;
  daysAhead: number;
  perMonth: number;
  approval: Approval;
  closedOnHolidays: boolean;
}

export interface DetailsValues {
  name: string;
  address: string;
  phone: string;
  shortestMinutes: string;
  longestMinutes: string;
  daysAhead: string;
  perMonth: string;
  approval: Approval;
  closedOnHolidays: boolean;
}
export const NUMBERS = ['shortestMinutes', 'longestMinutes', 'daysAhead', 'perMonth'] as const;

export const detailsOf = (place: Details): DetailsValues => ({
  ...{ name: place.name, address: place.address, phone: formatPhone(place.phone), approval: place.approval },
  ...{ shortestMinutes: String(place.shortestMinutes), longestMinutes: String(place.longestMinutes) },
  ...{ daysAhead: String(place.daysAhead), perMonth: String(place.perMonth), closedOnHolidays: place.closedOnHolidays },
});

export const detailsInput = ({ id, version }: Pick<Details, 'id' | 'version'>, values: DetailsValues) => ({
  ...{ id, version, name: values.name, address: values.address, phone: values.phone, approval: values.approval },
  ...{ shortestMinutes: wholeNumber(values.shortestMinutes), longestMinutes: wholeNumber(values.longestMinutes) },
  ...{ daysAhead: wholeNumber(values.daysAhead), perMonth: wholeNumber(values.perMonth), closedOnHolidays: values.closedOnHolidays },
});

/** What is wrong, by field; the longest booking is not shorter than the shortest. */
export function checkDetails(place: Details, values: DetailsValues): readonly FieldError[] {
  const input = detailsInput(place, values);
  const errors = errorsOf(check(AmendPlace, { key: newId(), ...input }));
  const isShort = errors.length === 0 && input.longestMinutes < input.shortestMinutes;
  return isShort ? [{ path: 'longestMinutes', rule: 'tooSmall', limit: input.shortestMinutes }] : errors;
}

interface RoomDetails {
  name: string;
  capacity: number;
  equipment: readonly Equipment[];
  stepFree: boolean;
  setupMinutes: number;
  cleaningMinutes: number;
}

export interface RoomValues {
  name: string;
  capacity: string;
  equipment: Equipment[];
  stepFree: boolean;
  setupMinutes: string;
  cleaningMinutes: string;
}

export const roomValues = (room: RoomDetails | null): RoomValues => ({
  ...{ name: room?.name ?? '', capacity: room ? String(room.capacity) : '', equipment: [...(room?.equipment ?? [])] },
  ...{
    stepFree: room?.stepFree ?? false,
    setupMinutes: String(room?.setupMinutes ?? 0),
    cleaningMinutes: String(room?.cleaningMinutes ?? 0),
  },
});

export const roomInput = (values: RoomValues, rank: number) => ({
  ...{ name: values.name, capacity: wholeNumber(values.capacity), equipment: values.equipment, stepFree: values.stepFree, rank },
  ...{ setupMinutes: wholeNumber(values.setupMinutes), cleaningMinutes: wholeNumber(values.cleaningMinutes) },
});

export function checkRoom(values: RoomValues): readonly FieldError[] {
  const [key, id, placeId] = [newId(), newId(), newId()];
  return errorsOf(check(AddRoom, { key, id, placeId, ...roomInput(values, 0) }));
}

export interface NewPlaceValues {
  name: string;
  slug: string;
  district: string;
  address: string;
  phone: string;
}

export const checkNewPlace = (values: NewPlaceValues): readonly FieldError[] =>
  errorsOf(check(OpenPlace, { key: newId(), id: newId(), ...values }));

/** What the address of a place may end with, by its name: `MAL we Włochach` is `mal-we-wlochach`. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
