import { isPlainLine, isPlainText } from './text';

describe('texts', () => {
  it.each(['Go service', 'Größe 日本語 👩‍💻', '<b>&amp;</b>'])(
    '%j shows all that it holds',
    text => {
      expect([isPlainLine(text), isPlainText(text)]).toEqual([true, true]);
    },
  );

  it.each(['a\0b', 'a\rb', 'a\u001b[31m', 'a\u0085b', 'a\u202eb', 'a\u2066b'])(
    '%j does not',
    text => {
      expect([isPlainLine(text), isPlainText(text)]).toEqual([false, false]);
    },
  );

  it('may have several lines where that is wanted', () => {
    expect([isPlainLine('a\nb'), isPlainText('a\n\tb')]).toEqual([false, true]);
  });
});
