import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { ButlerMark } from '../nav/ButlerMark';

/** The middle of an empty page, under the Portal's name. */
export function SignInFrame(props: { title: string; children: ReactNode }) {
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100vh',
        bgcolor: 'background.default',
        color: 'text.primary',
        display: 'flex',
        justifyContent: 'center',
        alignItems: { sm: 'center' },
        p: 3,
      }}
    >
      <Box sx={{ width: '100%', maxWidth: 480 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 4 }}>
          <ButlerMark size={32} />
          <Typography variant="h5" component="p" sx={{ m: 0 }}>
            Butler Portal
          </Typography>
        </Box>
        <Typography variant="h4" component="h1" gutterBottom>
          {props.title}
        </Typography>
        {props.children}
      </Box>
    </Box>
  );
}
