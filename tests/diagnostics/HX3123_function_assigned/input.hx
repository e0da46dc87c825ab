class Main {
	static function main() {
		function greet() {}
		greet = () -> {};
	}
}
