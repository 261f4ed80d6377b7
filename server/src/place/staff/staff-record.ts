import type { AuditOf } from '../../platform/outbox.ts';
import type { Place } from '../place/place.entity.ts';

/** Somebody, or an invitation, by the name of the place that it is about. */
export const aboutOne = (
  subjectType: 'person' | 'invitation',
  subjectId: string,
  { name, district }: Pick<Place, 'name' | 'district'>,
): AuditOf => ({ subjectType, subjectId, subjectLabel: name, district });
