/** The Portal's mark: a bow tie. Takes the colour of the text around it. */
export function ButlerMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        d="M2 6.5C2 5.6 3 5 3.800 5.500L9.500 9h5l5.700-3.500c.8-.5 1.800.100 1.800 1v11c0 .9-1 1.500-1.800 1L14.500 15h-5l-5.700 3.500c-.8.5-1.800-.100-1.800-1z"
      />
    </svg>
  );
}
