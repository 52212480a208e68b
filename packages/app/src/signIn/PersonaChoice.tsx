import Alert from '@mui/material/Alert';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { Persona } from './personas';
import { SignInFrame } from './SignInFrame';

/** The personas to sign in as, or what to do where there are none. */
export function PersonaChoice(props: {
  personas: Persona[];
  onPick: (name: string) => void;
}) {
  if (props.personas.length === 0) {
    return (
      <SignInFrame title="Nobody can sign in yet">
        <Alert severity="warning">
          No sign-in provider is configured. Ask the operator of the Portal to
          set one up.
        </Alert>
      </SignInFrame>
    );
  }
  return (
    <SignInFrame title="Sign in">
      <Typography color="text.secondary" sx={{ mb: 2 }}>
        This is a development Portal. Choose whose eyes to see it through; no
        password is asked for.
      </Typography>
      <Paper variant="outlined">
        <List disablePadding aria-label="Personas">
          {props.personas.map((persona, index) => (
            <ListItem
              key={persona.name}
              disablePadding
              divider={index < props.personas.length - 1}
            >
              <ListItemButton
                component="button"
                onClick={() => props.onPick(persona.name)}
                sx={{ textAlign: 'left' }}
              >
                <ListItemText
                  primary={persona.title}
                  secondary={persona.description}
                />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </Paper>
    </SignInFrame>
  );
}
