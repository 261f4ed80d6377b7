import { can } from '@ww/shared/policy';
import { m } from '#lib/paraglide/messages.js';
import { actorOf, seesNetworks, seesPlaces } from '#lib/account/next.ts';
import { districtsOf, type Me } from '#lib/request/actor.ts';

interface PageLink {
  path: string;
  label: () => string;
}

/** The pages that a person's roles open. */
export function pagesFor(me: Me): PageLink[] {
  const actor = actorOf(me);
  const isStaff = districtsOf(me).length > 0;
  return [
    ...(isStaff || can(actor, 'counts.read-suppressed') ? [{ path: '/pulpit', label: m.shell_nav_desk }] : []),
    ...(isStaff
      ? [
          { path: '/zgloszenia', label: m.shell_nav_queue },
          { path: '/zgloszenia/nowe', label: m.shell_nav_intake },
        ]
      : []),
    ...(seesNetworks(actor) ? [{ path: '/siec', label: m.meeting_network }] : []),
    ...(seesPlaces(actor) ? [{ path: '/przestrzenie', label: m.shell_nav_places }] : []),
    ...(can(actor, 'audit.read') ? [{ path: '/dziennik', label: m.shell_nav_audit }] : []),
    ...(can(actor, 'mine.read', { person: actor.personId }) ? [{ path: '/moje', label: m.shell_nav_mine }] : []),
    { path: '/ustawienia', label: m.shell_nav_settings },
    { path: '/skroty', label: m.shell_keys },
  ];
}
