class Main {
	public function main() {}
}
