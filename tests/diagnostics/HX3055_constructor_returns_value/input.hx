class Main {
	function new() {
		return 1;
	}
}
