import * as v from 'valibot';
import { DISTRICT_SLUGS } from '../district.ts';
import type { FieldRule } from '../error-codes.ts';
import { ACTIONS } from '../policy.ts';
import { ROLES } from '../roles.ts';
import { instantSince2020, plainText } from '../text.ts';

const rule = (name: FieldRule) => name;
const uuid = v.pipe(v.string(rule('uuid')), v.uuid(rule('uuid')), v.toLowerCase());
const email = v.pipe(
  v.string(rule('required')),
  v.trim(),
  v.toLowerCase(),
  v.nonEmpty(rule('required')),
  v.maxLength(254, rule('tooLong')),
  v.email(rule('email')),
);
const name = v.pipe(v.string(rule('required')), v.trim(), v.nonEmpty(rule('required')), v.maxLength(120, rule('tooLong')), plainText);

/** Shortest and longest password, in characters. */
export const PASSWORD = { min: 12, max: 128 } as const;
export const password = v.pipe(
  v.string(rule('required')),
  v.minLength(PASSWORD.min, rule('tooShort')),
  v.maxLength(PASSWORD.max, rule('tooLong')),
);

/** Roles that a coordinator may give in their own district. */
export const TEAM_ROLES = ['TEAM_MEMBER', 'DISTRICT_COORDINATOR'] as const;

export const InviteTeamMember = v.object({
  key: uuid,
  id: uuid,
  name,
  email,
  district: v.picklist(DISTRICT_SLUGS, rule('district')),
  role: v.picklist(TEAM_ROLES, rule('choice')),
});
const token = v.pipe(v.string(rule('token')), v.maxLength(200, rule('token')));
export const AcceptInvitation = v.object({
  key: uuid,
  token,
  name,
  password,
});
export const RemoveTeamMember = v.object({ key: uuid, grantId: uuid });
export const AskForLink = v.object({ key: uuid, email });
export const EnterByLink = v.object({ key: uuid, token });
export const RevokeSession = v.object({ key: uuid, id: uuid });
export const GrantRole = v.object({
  key: uuid,
  id: uuid,
  personId: uuid,
  role: v.picklist(ROLES, rule('choice')),
  scope: v.nullable(v.pipe(v.string(), v.maxLength(64))),
});
export const CreateUser = v.object({ key: uuid, id: uuid, name, email, password });

const instant = v.nullish(v.pipe(v.date(rule('malformed')), instantSince2020));

/** What the auditor looks for; an empty text is no filter. */
export const AuditFilter = v.object({
  district: v.nullish(v.picklist(DISTRICT_SLUGS, rule('district'))),
  action: v.nullish(v.picklist(ACTIONS, rule('choice'))),
  person: v.nullish(v.pipe(v.string(), v.trim(), v.maxLength(120, rule('tooLong')), plainText)),
  from: instant,
  to: instant,
});
