import { graphql, type ResultOf } from '#lib/graphql/schema.ts';

const row = graphql(`
  fragment Row on RequestRow @_unmask {
    id number district kind errand state priority channel dueFrom dueTo
    createdAt triagedAt acceptedAt startedAt closedAt
    assigneeId assigneeName changedByName changedAt cancelReason version
  }
`);
export type Row = ResultOf<typeof row>;

export const Queue = graphql(`
  query Queue($district: ID!, $first: Int, $after: String) {
    queue(district: $district, first: $first, after: $after) { cursor next rows { ...Row } }
  }
`, [row]);
export const ClosedToday = graphql(`query ClosedToday($district: ID!) { closedToday(district: $district) { ...Row } }`, [row]);
export const QueueChanges = graphql(`
  subscription QueueChanges($district: ID!, $after: String) {
    queueChanges(district: $district, after: $after) { kind cursor id row { ...Row } }
  }
`, [row]);
export const FindRequest = graphql(`query FindRequest($district: ID!, $number: Int!) { findRequest(district: $district, number: $number) { id number } }`);

export const Detail = graphql(`
  query Detail($id: ID!) {
    request(id: $id) {
      row { ...Row } reporterKind informed helpers hasContact hasReporter noteCount undoableUntil
      history { id action byName at reason toName }
    }
  }
`, [row]);
export type Detail = ResultOf<typeof Detail>['request'];

export const Colleagues = graphql(`query Colleagues($district: ID!) { colleagues(district: $district) { personId displayName role openTasks } }`);
export type Colleague = ResultOf<typeof Colleagues>['colleagues'][number];

export const Create = graphql(`mutation Create($input: CreateRequestInput!) { row: createRequest(input: $input) { ...Row } }`, [row]);
export const Triage = graphql(`mutation Triage($input: TriageRequestInput!) { row: triageRequest(input: $input) { ...Row } }`, [row]);
export const Claim = graphql(`mutation Claim($input: OnRequestInput!) { row: claimRequest(input: $input) { ...Row } }`, [row]);
export const Release = graphql(`mutation Release($input: OnRequestInput!) { row: releaseRequest(input: $input) { ...Row } }`, [row]);
export const Assign = graphql(`mutation Assign($input: AssignRequestInput!) { row: assignRequest(input: $input) { ...Row } }`, [row]);
export const Start = graphql(`mutation Start($input: OnRequestInput!) { row: startRequest(input: $input) { ...Row } }`, [row]);
export const Finish = graphql(`mutation Finish($input: OnRequestInput!) { row: finishRequest(input: $input) { ...Row } }`, [row]);
export const Cancel = graphql(`mutation Cancel($input: CancelRequestInput!) { row: cancelRequest(input: $input) { ...Row } }`, [row]);
export const Prioritise = graphql(`mutation Prioritise($input: PrioritiseRequestInput!) { row: prioritiseRequest(input: $input) { ...Row } }`, [row]);
export const Note = graphql(`mutation Note($input: NoteRequestInput!) { row: noteRequest(input: $input) { ...Row } }`, [row]);
export const Amend = graphql(`mutation Amend($input: AmendRequestInput!) { row: amendRequest(input: $input) { ...Row } }`, [row]);
export const Undo = graphql(`mutation Undo($input: UndoRequestInput!) { row: undoRequest(input: $input) { ...Row } }`, [row]);

export const Reveal = graphql(`
  mutation Reveal($input: RevealRequestInput!) {
    revealRequest(input: $input) {
      id version revealedAt words
      person { name phone } reporter { name phone } contact { name phone }
      address { street house flat access }
      notes { id text byName at }
    }
  }
`);
export type Revealed = ResultOf<typeof Reveal>['revealRequest'];

export const ShowPresence = graphql(`
  mutation ShowPresence($district: ID!, $requestId: ID, $leaving: Boolean) { showPresence(district: $district, requestId: $requestId, leaving: $leaving) }
`);
export const PresenceIn = graphql(`subscription PresenceIn($district: ID!) { presence(district: $district) { lookers { requestId personId displayName } } }`);
export type Looker = ResultOf<typeof PresenceIn>['presence']['lookers'][number];
