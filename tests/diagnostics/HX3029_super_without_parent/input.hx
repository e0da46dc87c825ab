class Main {
	function run() {
		super.run();
	}
}
