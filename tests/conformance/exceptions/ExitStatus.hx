class ExitStatus {
	static function main() {
		Sys.println("leaving");
		Sys.exit(3);
		Sys.println("never");
	}
}
