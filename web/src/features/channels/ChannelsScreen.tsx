export default function ChannelsScreen() {
  return <main className="page" />;
}
