import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Two cores, several suites at once: the default of one second is for an idle machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
