import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { SignInFrame } from './SignInFrame';

/** Says why the sign-in failed and leads back to the choice. */
export function SignInFailed(props: { error?: Error; onBack: () => void }) {
  return (
    <SignInFrame title="Sign-in did not work">
      <Alert severity="error">
        {props.error?.message ?? 'The backend gave no reason.'} Check that the
        backend runs, then try again.
      </Alert>
      <Button variant="contained" onClick={props.onBack} sx={{ mt: 2 }}>
        Choose again
      </Button>
    </SignInFrame>
  );
}
