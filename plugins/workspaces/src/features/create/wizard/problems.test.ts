import type { FieldErrors } from 'react-hook-form';
import type { CreateValues } from '../form/values';
import { problemsOf } from './problems';
import { fieldsOf, parseStep, stepOf, STEPS } from './steps';

it('finds everything that is wrong, from the first step to the last', () => {
  const error = (message: string) => ({ type: 'custom', message });
  const errors = {
    env: { name: error('no such workload') },
    repositories: [undefined, { url: error('no URL') }],
    name: error('taken'),
    keys: { own: error('no key') },
  } as unknown as FieldErrors<CreateValues>;
  expect(problemsOf(errors)).toEqual([
    { step: 'basics', field: 'name', message: 'taken' },
    { step: 'code', field: 'repositories.1.url', message: 'no URL' },
    { step: 'access', field: 'env.name', message: 'no such workload' },
    { step: 'access', field: 'keys.own', message: 'no key' },
  ]);
});

it('says what is wrong with a list as a whole at the list', () => {
  const errors = {
    repositories: { root: { type: 'custom', message: 'too many' } },
  } as unknown as FieldErrors<CreateValues>;
  expect(problemsOf(errors)).toEqual([
    { step: 'code', field: 'repositories', message: 'too many' },
  ]);
});

it('has each field on one step, and begins with the first', () => {
  for (const step of STEPS) {
    for (const field of fieldsOf(step)) expect(stepOf(field)).toBe(step);
  }
  expect(parseStep('size')).toBe('size');
  expect(parseStep('nowhere')).toBe('template');
  expect(parseStep(null)).toBe('template');
});
