import { TEMPLATE_ANNOTATION } from '@butler-portal/plugin-butler-common';
import { aTemplate, aWorkspace, OWNER } from '../../../__testUtils__';
import { recentFirst, recentTemplates } from './recent';

function made(template: string, day: number, owner = OWNER) {
  return aWorkspace({
    owner,
    created: `2026-01-0${day}T08:00:00Z`,
    annotations: { [TEMPLATE_ANNOTATION]: template },
  });
}

it('knows the templates of the person’s own workspaces, the last used one first, once', () => {
  expect(
    recentTemplates(
      [
        made('payments/go', 1),
        made('payments/web', 3),
        made('payments/go', 2),
        made('payments/spark', 4, 'other@example.com'),
        aWorkspace(),
      ],
      OWNER.toUpperCase(),
    ),
  ).toEqual(['payments/web', 'payments/go']);
});

it('leaves the others in their order', () => {
  const templates = ['a', 'b', 'c', 'd'].map(name => aTemplate(name));
  const sorted = recentFirst(templates, ['payments/c', 'payments/b', 'x/y']);
  expect(sorted.map(({ metadata }) => metadata.name)).toEqual([
    'c',
    'b',
    'a',
    'd',
  ]);
});
