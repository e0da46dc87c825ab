class Main {
	static var state:State;
}

enum State {
	Running;
}
