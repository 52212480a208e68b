import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ButlerError } from '../api';
import { aWorkspace } from '../__testUtils__';
import { ActionButton } from './ActionButton';
import { ActionError } from './ActionError';
import { CopyButton } from './CopyButton';
import { DeleteDialog } from './DeleteDialog';
import { Ellipsis } from './Ellipsis';
import { Loading } from './Loading';
import { PhaseLabel } from './PhaseLabel';
import { RelativeTime } from './RelativeTime';
import { StaleNotice } from './StaleNotice';

describe('PhaseLabel', () => {
  it('names the phase, and the connection beside it', async () => {
    renderInTestApp(<PhaseLabel workspace={aWorkspace({ connected: true })} />);
    expect(await screen.findByText('Running')).toBeVisible();
    expect(screen.getByTitle('Connected')).toBeInTheDocument();
  });

  it('says that it is being deleted rather than what it was', async () => {
    renderInTestApp(<PhaseLabel workspace={aWorkspace({ deleting: true })} />);
    expect(await screen.findByText('Deleting')).toBeVisible();
    expect(screen.queryByText('Running')).not.toBeInTheDocument();
  });
});

describe('RelativeTime', () => {
  it('tells the exact time, and can be reached by keyboard for it', async () => {
    renderInTestApp(<RelativeTime time="2026-01-05T08:00:00Z" />);
    await screen.findByText(/ago$/);
    const time = screen.getByRole('time');
    expect(time).toHaveAttribute('tabindex', '0');
    await userEvent.tab();
    expect(time).toHaveFocus();
    expect(time).toHaveAttribute('datetime', '2026-01-05T08:00:00Z');
    await userEvent.hover(time);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('2026');
  });

  it('is past also for what came after the clock on the screen, or by a clock that is ahead', async () => {
    const soon = new Date(Date.now() + 60_000).toISOString();
    renderInTestApp(<RelativeTime time={soon} />);
    expect(await screen.findByText('1s ago')).toBeVisible();
  });
});

describe('CopyButton', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says copied when the clipboard has the text', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderInTestApp(<CopyButton text="ssh dev@host" what="SSH command" />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy SSH command' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'SSH command copied.',
    );
    expect(write).toHaveBeenCalledWith('ssh dev@host');
  });

  it('says that it did not copy when the browser refuses', async () => {
    const user = userEvent.setup();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('Denied'));
    renderInTestApp(<CopyButton text="ssh dev@host" what="SSH command" />);
    await user.click(
      await screen.findByRole('button', { name: 'Copy SSH command' }),
    );
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'The browser did not allow copying SSH command.',
      ),
    );
  });
});

describe('ActionButton', () => {
  it('stays focusable with a reason, says it, and does nothing', async () => {
    const press = jest.fn();
    renderInTestApp(
      <ActionButton reason="It is still starting." onClick={press}>
        Connect
      </ActionButton>,
    );
    const button = await screen.findByRole('button', { name: 'Connect' });
    await userEvent.tab();
    expect(button).toHaveFocus();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'It is still starting.',
    );
    await userEvent.click(button);
    expect(press).not.toHaveBeenCalled();
  });
});

describe('ActionButton in a form', () => {
  it('does not submit it while it is off', async () => {
    const submit = jest.fn(event => event.preventDefault());
    renderInTestApp(
      <form onSubmit={submit}>
        <ActionButton type="submit" pending>
          Save
        </ActionButton>
      </form>,
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(submit).not.toHaveBeenCalled();
  });
});

describe('Loading', () => {
  it('says what is loaded', async () => {
    renderInTestApp(<Loading label="Loading the keys" heights={[56]} />);
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Loading the keys',
    );
  });
});

describe('Ellipsis', () => {
  it('can be reached by keyboard when its column has become too narrow', async () => {
    const observers: (() => void)[] = [];
    const observer = jest
      .spyOn(window, 'ResizeObserver')
      .mockImplementation(callback => {
        observers.push(() => callback([], {} as ResizeObserver));
        return { observe() {}, unobserve() {}, disconnect() {} };
      });
    renderInTestApp(<Ellipsis text="a long name" />);
    const text = await screen.findByText('a long name');
    expect(text).not.toHaveAttribute('tabindex');
    Object.defineProperty(text, 'clientWidth', { value: 40 });
    Object.defineProperty(text, 'scrollWidth', { value: 90 });
    act(() => observers.forEach(resize => resize()));
    expect(text).toHaveAttribute('tabindex', '0');
    observer.mockRestore();
  });
});

describe('DeleteDialog', () => {
  it('deletes only after the name is typed', async () => {
    const confirm = jest.fn();
    renderInTestApp(
      <DeleteDialog name="web-api" onConfirm={confirm} onClose={() => {}} />,
    );
    const field = await screen.findByLabelText('Type web-api to delete it');
    expect(field).toHaveFocus();
    expect(screen.getByRole('dialog')).toHaveAccessibleDescription(
      /everything in it that is not pushed/,
    );
    await userEvent.type(field, 'web{Enter}');
    expect(confirm).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Delete' })).toBeDisabled();
    await userEvent.type(field, '-api{Enter}');
    expect(confirm).toHaveBeenCalledTimes(1);
  });
});

describe('ActionError', () => {
  it.each([
    ['web-api could not be stopped', 409],
    ['It is not known whether web-api was stopped', 503],
  ])('says “%s” after %i, why, and what to quote', async (title, status) => {
    const dismiss = jest.fn();
    renderInTestApp(
      <ActionError
        failed={{
          uid: 'uid-1',
          team: 'payments',
          name: 'web-api',
          action: 'stop',
          error: new ButlerError('The cluster does not answer.', status, {
            requestId: 'r-1',
          }),
        }}
        onDismiss={dismiss}
      />,
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(title);
    expect(alert).toHaveTextContent('The cluster does not answer.');
    expect(alert).toHaveTextContent('r-1');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(dismiss).toHaveBeenCalled();
  });
});

describe('StaleNotice', () => {
  it('says since when and what is lost, politely', async () => {
    const retry = jest.fn();
    renderInTestApp(
      <StaleNotice
        stale={{ since: '2026-01-05T08:00:00Z', lost: 'portal' }}
        onRetry={retry}
      />,
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      /Not live since .*: the connection to the Portal is lost/,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalled();
  });
});
