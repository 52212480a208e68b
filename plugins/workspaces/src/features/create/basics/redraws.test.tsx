import type { RadioProps } from '@mui/material/Radio';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anApi, field, filledIn, GO, show } from '../__testUtils__/createPage';

const mockDrawn = jest.fn();

jest.mock('@mui/material/Radio', () => {
  const { default: Radio } = jest.requireActual('@mui/material/Radio');
  return {
    __esModule: true,
    default: (props: RadioProps) => {
      mockDrawn();
      return <Radio {...props} />;
    },
  };
});

describe('the choice of the cluster', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('is not drawn anew at a key of the name, valid or not', async () => {
    show(anApi(), GO);
    await filledIn();
    await screen.findByRole('radio', { name: 'crowded' });
    expect(mockDrawn).toHaveBeenCalled();
    const name = await field('Name');
    mockDrawn.mockClear();
    await userEvent.type(name, '-mine');
    await userEvent.type(name, '-');
    expect(name).toBeInvalid();
    expect(mockDrawn).not.toHaveBeenCalled();
  });
});
