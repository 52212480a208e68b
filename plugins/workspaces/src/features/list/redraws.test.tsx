import type { ComponentProps } from 'react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { VirtuosoMockContext } from 'react-virtuoso';
import {
  aMe,
  aWorkspace,
  FakeButlerApi,
  renderChambers,
} from '../../__testUtils__';
import { ListPage } from './ListPage';

const mockDrawn = jest.fn();

jest.mock('./RowActionsCell', () => {
  const { Profiler } = jest.requireActual('react');
  const { RowActionsCell } = jest.requireActual('./RowActionsCell');
  return {
    RowActionsCell: (props: ComponentProps<typeof RowActionsCell>) => (
      <Profiler
        id={props.workspace.metadata.name}
        onRender={(name: string) => mockDrawn(name, 'actions')}
      >
        <RowActionsCell {...props} />
      </Profiler>
    ),
  };
});
jest.mock('./WorkspaceLink', () => {
  const { WorkspaceLink: draw } = jest.requireActual('./WorkspaceLink');
  return {
    // Called, and not in a Profiler: the router redraws the anchor in it.
    WorkspaceLink: (props: ComponentProps<typeof draw>) => {
      mockDrawn(props.workspace.metadata.name, 'link');
      return draw(props);
    },
  };
});

const NAMES = ['web-api', 'web-jobs', 'web-shop'];

async function shown() {
  const api = new FakeButlerApi(
    NAMES.map(name => aWorkspace({ name })),
    aMe(),
  );
  renderChambers(
    // jsdom lays nothing out: Virtuoso is told how much fits.
    <VirtuosoMockContext.Provider
      value={{ viewportHeight: 1040, itemHeight: 52 }}
    >
      <ListPage />
    </VirtuosoMockContext.Provider>,
    { api },
  );
  await screen.findByRole('link', { name: 'web-shop' });
  expect(mockDrawn).toHaveBeenCalledWith('web-shop', 'actions');
  expect(mockDrawn).toHaveBeenCalledWith('web-shop', 'link');
  mockDrawn.mockClear();
  return api;
}

const search = () => screen.getByRole('textbox', { name: /^Search/ });

describe('the rows of the list', () => {
  describe.each(['table', 'cards'])('as %s', layout => {
    const { matchMedia } = window;
    beforeEach(() => {
      mockDrawn.mockClear();
      window.matchMedia = query => ({
        ...matchMedia(query),
        matches: layout === 'cards' && query.includes('max-width'),
      });
    });
    afterEach(() => {
      window.matchMedia = matchMedia;
    });

    it('stay as they are at a key of the search that all of them match', async () => {
      await shown();
      expect(screen.queryAllByRole('table')).toHaveLength(
        layout === 'table' ? 1 : 0,
      );
      await userEvent.type(search(), 'web');
      expect(screen.getByLabelText('Address')).toHaveTextContent('q=web');
      expect(mockDrawn).not.toHaveBeenCalled();
    });

    it('stay as they are when another one goes', async () => {
      await shown();
      await userEvent.type(search(), 'web-s');
      expect(screen.queryByRole('link', { name: 'web-api' })).toBeNull();
      expect(screen.getByText('1 of 3 workspaces')).toHaveAttribute(
        'role',
        'status',
      );
      expect(mockDrawn).not.toHaveBeenCalled();
    });

    it('are drawn anew one by one as their workspaces change', async () => {
      const api = await shown();
      act(() =>
        api.workspaces.upsert(
          aWorkspace({ name: 'web-jobs', phase: 'Stopped' }),
        ),
      );
      expect(
        await screen.findByRole('button', { name: 'Start web-jobs' }),
      ).toBeVisible();
      expect(new Set(mockDrawn.mock.calls.map(([name]) => name))).toEqual(
        new Set(['web-jobs']),
      );
    });
  });
});
