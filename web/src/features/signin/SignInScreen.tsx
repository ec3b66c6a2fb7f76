export default function SignInScreen() {
  return <main className="page" />;
}
