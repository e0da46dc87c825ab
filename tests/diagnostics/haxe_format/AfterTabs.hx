class AfterTabs {
	static function main() {
			missing();
	}
}
