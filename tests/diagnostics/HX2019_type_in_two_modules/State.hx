enum State {
	Paused;
}
