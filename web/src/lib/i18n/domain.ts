import { m } from '#lib/paraglide/messages.js';
import type { Band } from '@ww/shared/request/age';
import type { CancelReason, Errand, Helper, Informed, Kind, Priority, ReporterKind, RevealReason } from '@ww/shared/request/kinds';
import type { State } from '@ww/shared/request/transitions';
import { districtBySlug, districtName } from '@ww/shared/district';
import type { Role } from '@ww/shared/roles';
import type { Language } from '@ww/shared/volunteer/terms';
import type { GlyphName } from '#lib/ui/GlyphSprite.svelte';

export const kindName = (kind: Kind): string => m[`domain_kind_${kind}`]();
export const kindHint = (kind: Kind): string => m[`domain_kind_hint_${kind}`]();
export const errandName = (errand: Errand): string => m[`domain_errand_${errand}`]();
export const stateName = (state: State): string => m[`domain_state_${state}`]();
export const priorityName = (priority: Priority): string => m[`domain_priority_${priority}`]();
export const bandName = (band: Band): string => m[`domain_band_${band}`]();
export const helperName = (helper: Helper): string => m[`domain_helper_${helper}`]();
export const informedName = (informed: Informed): string => m[`domain_informed_${informed}`]();
export const reporterKindName = (kind: ReporterKind): string => m[`domain_reporter_${kind}`]();
export const cancelReasonName = (reason: CancelReason): string => m[`domain_cancel_${reason}`]();
export const revealReasonName = (reason: RevealReason): string => m[`domain_reveal_${reason}`]();
export const languageName = (language: Language): string => m[`domain_language_${language}`]();
export const roleName = (role: Role): string => m[`domain_role_${role}`]();

/** The role as a short tag beside a name; the full name where there is no short one. */
export const roleTag = (role: Role): string =>
  role === 'DISTRICT_COORDINATOR' || role === 'TEAM_MEMBER' ? m[`domain_role_short_${role}`]() : roleName(role);

/** A grant's scope in words: the district's name, or the whole city. */
export const scopeName = (scope: string | null): string => (scope === null ? m.domain_whole_city() : districtName(scope));

/**
 * A role's name with the district, the place or the city in which it is held; an organisation's or a person's id says nothing to anyone.
 * @param places names of the places whose staff the reader is, by id
 */
export function heldIn(role: string, scope: string | null, places: Readonly<Record<string, string>>): string {
  const where = scope === null || districtBySlug(scope) ? scopeName(scope) : places[scope];
  return where === undefined ? role : `${role}, ${where}`;
}

export const KIND_GLYPH: Record<Kind, GlyphName> = { SHOPPING: 'siatka', RUBBISH: 'kosz', PET: 'lapa', OTHER: 'dlon' };
