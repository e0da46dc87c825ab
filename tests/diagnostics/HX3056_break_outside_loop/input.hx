class Main {
	static function main() {
		break;
		for (i in 0...3) {
			var f = () -> {
				continue;
			}
		}
	}
}
