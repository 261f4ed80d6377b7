import { can } from '@ww/shared/policy';
import { m } from '#lib/paraglide/messages.js';
import { anywhere, seesNetworks, seesPlaces, type actorOf } from './next.ts';

type Actor = ReturnType<typeof actorOf>;

/** The pages of people at work, as far as the policy shows them something there. */
export function workLinks(actor: Actor): { path: string; label: string }[] {
  const pages = [
    { path: '/pulpit', label: m.shell_nav_desk(), shown: anywhere(actor, 'counts.read') || anywhere(actor, 'counts.read-suppressed') },
    { path: '/zgloszenia', label: m.shell_nav_queue(), shown: anywhere(actor, 'request.read') },
    { path: '/zgloszenia/nowe', label: m.shell_nav_intake(), shown: anywhere(actor, 'request.intake') },
    {
      path: '/wolontariusze',
      label: m.shell_nav_volunteers(),
      shown: anywhere(actor, 'volunteer.read') || anywhere(actor, 'coverage.read'),
    },
    { path: '/siec', label: m.meeting_network(), shown: seesNetworks(actor) },
    { path: '/przestrzenie', label: m.shell_nav_places(), shown: seesPlaces(actor) },
    { path: '/moje', label: m.shell_nav_mine(), shown: can(actor, 'mine.read', { person: actor.personId }) },
    { path: '/dziennik', label: m.shell_nav_audit(), shown: anywhere(actor, 'audit.read') },
    { path: '/ustawienia', label: m.shell_nav_settings(), shown: true },
  ];
  return pages.filter(({ shown }) => shown).map(({ path, label }) => ({ path, label }));
}
