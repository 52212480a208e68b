import { screen } from '@testing-library/react';
import { FakeButlerApi, inGerman, renderChambers } from '../__testUtils__';
import { ButlerError } from '../api';
import { useErrorText } from './useErrorText';

function Errors({ errors }: { errors: ButlerError[] }) {
  const errorText = useErrorText();
  return <p>{errors.map(errorText).join(' ')}</p>;
}

it('says in the person’s language what the browser has found, and leaves the backend its words', async () => {
  const errors = [
    new ButlerError('No answer.', 502, { reason: 'badStatus' }),
    new ButlerError('The name is taken.', 409),
  ];
  renderChambers(<Errors errors={errors} />, {
    api: new FakeButlerApi(),
    ...inGerman({ 'errors.badStatus': 'Das Portal sagt {{status}}.' }),
  });
  expect(
    await screen.findByText('Das Portal sagt 502. The name is taken.'),
  ).toBeVisible();
});
