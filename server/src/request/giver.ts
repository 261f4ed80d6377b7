/** A member of staff, as far as a request names them. */
export interface Staff {
  id: string;
  displayName: string;
}

/** Who gives a command: a member of staff, or the resident by code (`person` null). */
export interface Giver {
  person: Staff | null;
  mayActForOthers: boolean;
  /** Set when a volunteer acts as such, not as staff. */
  volunteerId?: string;
}

/** A volunteer acts on what they hold as a volunteer, staff on what they hold as staff. */
export function isHeldBy(request: { assigneeId: string | null; volunteerId: string | null }, giver: Giver): boolean {
  if (giver.volunteerId) return request.volunteerId === giver.volunteerId;
  return giver.person !== null && request.assigneeId === giver.person.id;
}
