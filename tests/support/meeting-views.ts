export interface MeetingRow {
  id: string;
  version: number;
  detailsVersion: number;
  district: string;
  title: string;
  place: string | null;
  online: boolean;
  startsAt: string;
  endsAt: string;
  seats: number;
  signUpUntil: string;
  state: string;
  cancelReason: string | null;
  movedFrom: string | null;
  startedAt: string | null;
  endedAt: string | null;
  accepted: number;
  waiting: number;
  plannedMinutes: number;
  proposals: number;
  minutes: string | null;
}

export interface AgendaItem {
  id: string;
  version: number;
  title: string;
  kind: string;
  state: string;
  presenter: string | null;
  minutes: number;
  extraMinutes: number;
  proposedById: string | null;
  proposedBy: string | null;
  entryId: string | null;
  answer: string | null;
  note: string | null;
  since: string | null;
  spentMs: number;
}

export interface SpeakerSeen {
  id: string;
  personId: string;
  name: string;
  organisation: string | null;
  remote: boolean;
  state: string;
  raisedAt: string;
  spokeFrom: string | null;
}

export interface ArrangementSeen {
  id: string;
  itemId: string | null;
  text: string;
  state: string;
  round: number;
  for: number;
  against: number;
  abstained: number;
  savedAt: string | null;
}

export interface ActionSeen {
  id: string;
  version: number;
  meetingId: string;
  meetingTitle: string;
  itemId: string | null;
  district: string;
  text: string;
  ownerId: string;
  ownerName: string;
  due: string;
  doneAt: string | null;
}

export interface PersonName {
  personId: string;
  name: string;
}

export interface MeetingSeen {
  cursor: string;
  row: MeetingRow;
  room: { roomId: string; roomName: string; placeName: string; state: string; isSuspended: boolean } | null;
  organisations: string[];
  present: number;
  leader: PersonName | null;
  leaderSince: string | null;
  deputies: PersonName[];
  items: AgendaItem[];
  speakers: SpeakerSeen[];
  arrangements: ArrangementSeen[];
  actions: ActionSeen[];
  followUps: ActionSeen[];
}

export interface MineSeen {
  cursor: string;
  rsvp: {
    id: string;
    state: string;
    waitingPlace: number | null;
    organisationId: string;
    interpreter: boolean;
    interpreterLate: boolean;
    hasNeeds: boolean;
  } | null;
  attendanceId: string | null;
  ballot: { arrangementId: string; ballot: string } | null;
}

export interface GuestSeen {
  rsvpId: string | null;
  personId: string | null;
  name: string;
  organisation: string | null;
  state: string | null;
  waitingPlace: number | null;
  interpreter: boolean;
  interpreterLate: boolean;
  hasNeeds: boolean;
  attendanceId: string | null;
  arrivedAt: string | null;
  remote: boolean;
}

export interface PeopleSeen {
  cursor: string;
  guests: GuestSeen[];
}

export interface MinutesSeen {
  meetingId: string;
  district: string;
  version: number;
  state: string;
  approvedAt: string | null;
  approvedBy: string | null;
  title: string;
  place: string | null;
  online: boolean;
  startedAt: string;
  endedAt: string;
  leader: string;
  attendance: { name: string; organisation: string | null; remote: boolean }[];
  items: {
    itemId: string;
    title: string;
    kind: string;
    state: string;
    presenter: string | null;
    plannedMinutes: number;
    spentMinutes: number;
    note: string | null;
    arrangements: { text: string; state: string; for: number; against: number; abstained: number }[];
    actions: { text: string; owner: string; due: string }[];
  }[];
  arrangements: { text: string; state: string; for: number; against: number; abstained: number }[];
  actions: { text: string; owner: string; due: string }[];
  remarks: string | null;
}

export const MEETING_ROW = `id version detailsVersion district title place online startsAt endsAt seats signUpUntil state cancelReason movedFrom
  startedAt endedAt accepted waiting plannedMinutes proposals minutes`;
const ACTION = 'id version meetingId meetingTitle itemId district text ownerId ownerName due doneAt';
export const MEETING_VIEW = `cursor row { ${MEETING_ROW} } room { roomId roomName placeName state isSuspended } organisations present leader { personId name } leaderSince deputies { personId name }
  items { id version title kind state presenter minutes extraMinutes proposedById proposedBy entryId answer note since spentMs }
  speakers { id personId name organisation remote state raisedAt spokeFrom }
  arrangements { id itemId text state round for against abstained savedAt } actions { ${ACTION} } followUps { ${ACTION} }`;
export const MINE_VIEW = `cursor rsvp { id state waitingPlace organisationId interpreter interpreterLate hasNeeds } attendanceId
  ballot { arrangementId ballot }`;
export const PEOPLE_VIEW = `cursor guests { rsvpId personId name organisation state waitingPlace interpreter interpreterLate hasNeeds attendanceId
  arrivedAt remote }`;
export const MINUTES_VIEW = `meetingId district version state approvedAt approvedBy title place online startedAt endedAt leader
  attendance { name organisation remote } items { itemId title kind state presenter plannedMinutes spentMinutes note
    arrangements { text state for against abstained } actions { text owner due } }
  arrangements { text state for against abstained } actions { text owner due } remarks`;
export interface MyActionsSeen {
  cursor: string;
  actions: ActionSeen[];
}

export const MY_ACTIONS_VIEW = `cursor actions { ${ACTION} }`;
