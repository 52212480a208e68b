import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FIELD_MESSAGES } from '@butler-portal/plugin-butler-common';
import { inGerman, renderChambers } from '../../__testUtils__';
import { ButlerError } from '../../api';
import { anApi, field, filledIn, GO, goTo } from './__testUtils__/createPage';
import { CreatePage } from './CreatePage';

const IMAGE = 'Geben Sie ein Image an.';
const CPU = 'Schreiben Sie eine Menge wie 2 oder 500m, mindestens 1m.';
const PROBLEMS = 'Ein Feld ist zu verbessern';

function show(api = anApi()) {
  renderChambers(<CreatePage />, {
    api,
    at: GO,
    path: '/chambers/create',
    ...inGerman({
      'fields.image.missing': IMAGE,
      'fields.size.cpu': CPU,
      'create.steps.problems_one': PROBLEMS,
    }),
  });
}

async function problems(): Promise<HTMLElement> {
  const title = await screen.findByText(PROBLEMS, {
    selector: '[role="alert"] *',
  });
  return title.closest<HTMLElement>('[role="alert"]')!;
}

describe('a Portal that is translated', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('says what the browser finds at the field, on the step and in the review', async () => {
    show();
    await filledIn();
    await userEvent.clear(await field('Image'));
    await goTo('Code');
    expect(
      await screen.findByRole('button', { name: `Basics ${PROBLEMS}` }),
    ).toBeVisible();
    await goTo('Review');
    expect(await problems()).toHaveTextContent(`Basics: ${IMAGE}`);
    await userEvent.click(
      within(await problems()).getByRole('button', { name: 'Basics' }),
    );
    expect(await field('Image')).toHaveAccessibleDescription(IMAGE);
  });

  it('says what the backend finds in the same words, and leaves the API server its own', async () => {
    const api = anApi();
    api.onTryCreateWorkspace = async () => {
      throw new ButlerError('The request is not valid.', 400, {
        fields: [
          { path: 'spec.resources.cpu', message: FIELD_MESSAGES.size.cpu },
          { path: 'spec.nodeSelector', message: 'This is not for you.' },
        ],
      });
    };
    show(api);
    await filledIn();
    await goTo('Review');
    expect(await problems()).toHaveTextContent(`Size and time: ${CPU}`);
    expect(
      screen.getByText('spec.nodeSelector: This is not for you.'),
    ).toBeVisible();
    await goTo('Size and time');
    expect(await field('CPU')).toHaveAccessibleDescription(CPU);
  });
});
