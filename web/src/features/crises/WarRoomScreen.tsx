export default function WarRoomScreen() {
  return <main className="page" />;
}
