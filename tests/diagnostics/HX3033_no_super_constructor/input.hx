class Main {
	function new() {
		super();
	}
}
